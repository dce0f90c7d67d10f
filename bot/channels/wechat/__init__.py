"""WeChat Official Account: passive replies only, so no access token and no outgoing request. ``wechat_hook`` is the way in."""
