"""Take out of a question what could tell who asked it: numbers, addresses, names."""

from __future__ import annotations

import re
import unicodedata

from bot.language.normalise import fold

_LINK = re.compile(
    r"(?:https?|tg|ftp)://\S+|www[.]\S+|t[.]me/\S+|\b[a-z0-9-]+(?:[.][a-z0-9-]+)*[.](?:com|cn|net|org|gov|edu|io|me|cc|top)\b\S*",
    re.I,
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:[.][\w-]+)+")
_HANDLE = re.compile(r"(?<!\w)@\w{3,}|(?:微信号?|qq号?|vx|wx|支付宝)[号是:：为\s]*[a-z0-9_-]{5,}", re.I)
_ID_CARD = re.compile(r"(?<!\d)\d(?:[ -]?\d){13,16}[ -]?[\dxX](?![\dxX])")
_NUMBER = re.compile(r"\+?(?<!\d)\d(?:[ -]?\d){6,}(?!\d)")
_DIGIT = "[零〇幺一二两三四五六七八九壹贰叁肆伍陆柒捌玖0-9]"
_SPELLED_NUMBER = re.compile(rf"{_DIGIT}(?:[ ,，、-]?{_DIGIT}){{6,}}[ -]?x?")
_CODE = re.compile(r"(?<![a-z0-9])(?=[a-z0-9-]*\d)(?=[a-z0-9-]*[a-z])[a-z0-9-]{6,}(?![a-z0-9])|(?<!\d)\d{6,}(?!\d|[元块万天])")
"""What is neither a word nor a sum of money: numbers of staff, of beds, of records."""
_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][ ]?[a-z][ ·.,，-]?"
    r"[a-z0-9零〇幺一二三四五六七八九]{5,6}(?![a-z0-9])"
)
_STREET = re.compile(
    r"[\u4e00-\u9fff]{1,7}(?:路|街|大道|大街|胡同|巷|弄|小区|花园|新村|公寓|家园|苑|里)"
    r"[\u4e00-\u9fff]{0,4}?(?:\d+|[一二三四五六七八九十百零]+)(?:号楼?|弄|栋|幢|楼|单元|室|门|层|排)(?:[-\d一二三四五六七八九十号楼栋单元室门层]*)"
)
_ROOM = re.compile(r"(?:\d+|[一二三四五六七八九十]+)(?:号楼|栋|幢|单元|室)(?:[-\d一二三四五六七八九十]*(?:号楼|栋|幢|单元|室|号|门|层)?)*")
_LIVES = re.compile(
    r"((?:家?住在?|家在|(?:住址|地址|家庭地址)[是:：,，]?)\s*)"
    r"[^，。,?？！!；;]{2,24}?(?:路|街|大道|胡同|巷|弄|村|屯|小区|花园|公寓|家园|苑|楼|栋|号|室|院里)(?=$|[^\u4e00-\u9fff]|[的，。,能可是想那有])"
)
_DOUBLE_SURNAMES = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|夏侯|南宫"
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧"
    "计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫"
    "经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓"
    "牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙"
    "池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易"
    "慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相"
    "查后荆红游竺权逯盖益桓公闫肖覃代付邸冼岳佟仝"
)
_NAME = rf"(?:{_DOUBLE_SURNAMES}|[{_SURNAMES}])[\u4e00-\u9fff]{{1,2}}"
_INTRODUCED = re.compile(
    r"((?:我叫|名叫|叫做|名字是|名字叫|姓名是?|姓名[:：]|本人叫|患者叫|联系人是?[:：]?)\s*)[\u4e00-\u9fff]{2,4}?(?=$|[^\u4e00-\u9fff]|在|是|的|，|，|。|今年|想|请|和)"
)
_MEANT_NOBODY = "[红广居全方应都须能和从后别家高经任单时于相解公鄂麻师查那东有常安充通习经]"
_TITLED = re.compile(
    rf"({_DOUBLE_SURNAMES}|(?!{_MEANT_NOBODY})[{_SURNAMES}])[\u4e00-\u9fff]{{0,2}}?(?=医生|大夫|护士|主任|院长|科长|局长|书记|处长|校长|老师|教授|先生|女士|小姐|阿姨|师傅|同志)"
)
_NICKNAME = re.compile(rf"(?:小|老|阿)(?![师公])[{_SURNAMES}](?=医生|大夫|护士|主任|师傅|说|问|告诉|他|她|那边)")
_IS_NAME = re.compile(rf"(?<=我是)({_NAME})(?=，|。|,|\s|$)")
_KIN = (
    "老公|老婆|丈夫|妻子|爱人|媳妇|对象|未婚[夫妻]|男朋友|女朋友|男友|女友|儿子|女儿|闺女|孩子|娃|大宝|二宝|爸爸?|妈妈?|父亲|母亲|"
    "爷爷|奶奶|外公|外婆|姥姥|姥爷|公公|婆婆|岳父|岳母|丈人|丈母娘|哥哥?|姐姐?|弟弟?|妹妹?|嫂子|姐夫|妹夫|弟媳|儿媳妇?|女婿|"
    "孙子|孙女|外孙女?|侄子|侄女|外甥女?|舅舅?|姑姑?|姨妈?|叔叔?|伯伯?|表[哥姐弟妹]|堂[哥姐弟妹]|同事|邻居|朋友|同学|闺蜜|病人|患者|领导"
)
_AFTER_A_NAME = (
    r"(?=$|[^\u4e00-\u9fff]|[在是去的住被确得今现和跟也都说想要上下从因为于参][^\u4e00-\u9fff]?|户口|感染|牺牲|援|干了|做了|进|当|报|申请)"
)
_FAMILIAR = rf"[小老阿](?![师公])[{_SURNAMES}]"
_OF_KIN = re.compile(
    rf"((?:{_KIN})(?:名字)?(?:叫做?|是|，|：|:)?\s*)(?!{_MEANT_NOBODY})({_NAME}|{_FAMILIAR}){_AFTER_A_NAME}"
)
_CALLED = re.compile(
    rf"((?:叫做?|我是|本人是?|这里是|我姓|免贵姓|贵姓|姓)\s*)(?!{_MEANT_NOBODY})(?:{_NAME}|{_FAMILIAR}|[{_SURNAMES}](?=$|[^\u4e00-\u9fff]))"
    rf"{_AFTER_A_NAME}"
)
_CALLED_ANYTHING = re.compile(
    r"((?:我叫|[他她]叫|名叫|全名|大名|小名|乳名|姓名|名字是?)[是:：，叫]?\s*)(?!什么|啥|谁|我|你|您|他|她|我们|人|做|来|去|怎|不|没|到|车|救护|〔)"
    r"[\u4e00-\u9fffa-z·]{1,4}"
)
_LEFT_OVER = re.compile(
    r"(?:身份证|证件|护照|社保卡?|银行卡?|卡|工资卡|账|帐|工|床|病历|车牌|门牌|手机|电话|微信|qq)号?码?[是为:：]\s*(?!〔|什么|多少|哪|谁|啥|几|不|没|怎)"
    r"|(?:住址|地址|家住|姓名|名字)[是为:：在]\s*(?!〔|什么|哪|谁|啥|怎)|〔[^〕]*〕[a-z0-9]{2,}|[a-z0-9]{2,}〔"
)
"""What introduces something personal that none of the rules could take out."""
_LONGEST = 200


def scrub(text: str) -> str:
    """The question without phone, id-card and other long numbers, links, handles, names. Rather too much than too little.

    >>> scrub("我叫张伟，电话13812345678，工伤怎么报")
    '我叫〔姓名〕，电话〔号码〕，工伤怎么报'
    """
    text = unicodedata.normalize("NFKC", text[: _LONGEST * 2])
    for pattern, instead in ((_MAIL, "〔邮箱〕"), (_LINK, "〔链接〕"), (_HANDLE, "〔账号〕")):
        text = pattern.sub(instead, text)  # before folding, which makes Chinese marks of the dots and colons
    text = fold(text)
    for pattern, instead in (
        (_PLATE, "〔车牌〕"),
        (_ID_CARD, "〔证件号〕"),
        (_NUMBER, "〔号码〕"),
        (_SPELLED_NUMBER, "〔号码〕"),
        (_CODE, "〔号码〕"),
        (_STREET, "〔地址〕"),
        (_ROOM, "〔地址〕"),
        (_LIVES, r"\1〔地址〕"),
        (_INTRODUCED, r"\1〔姓名〕"),
        (_OF_KIN, r"\1〔姓名〕"),
        (_CALLED, r"\1〔姓名〕"),
        (_CALLED_ANYTHING, r"\1〔姓名〕"),
        (_IS_NAME, "〔姓名〕"),
        (_TITLED, "〔姓名〕"),
        (_NICKNAME, "〔姓名〕"),
    ):
        text = pattern.sub(instead, text)
    return text[:_LONGEST]


def vouched(text: str) -> str | None:
    """The scrubbed question; None if it still holds what introduces something personal: then none of it is to be kept.

    >>> vouched("工资卡号是尾号四位那张，补助打到哪里")
    """
    scrubbed = scrub(text)
    return None if _LEFT_OVER.search(scrubbed) else scrubbed
