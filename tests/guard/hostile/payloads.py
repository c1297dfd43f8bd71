"""Words as an attacker types them, each of a kind of its own; what pages show of them must be those words and no more."""

import base64

SCRIPT = "alert(1)"
MARKUP = {
    "a script": f"<script>{SCRIPT}</script>",
    "a script in odd letters": f"<ScRiPt>{SCRIPT}</sCrIpT>",
    "a script without an end": "<script src=//x.example/a.js",
    "a script inside a script": f"<scr<script>ipt>{SCRIPT}</scr</script>ipt>",
    "a script with a slash": f"<script/x>{SCRIPT}</script>",
    "an image that fails": f"<img src=x onerror={SCRIPT}>",
    "an image with a quoted event": f'<img src="x" onerror="{SCRIPT}">',
    "an image with ticks": f"<img src=`x` onerror=`{SCRIPT}`>",
    "a body with an event": f"<body onload={SCRIPT}>",
    "a field that takes the focus": f"<input autofocus onfocus={SCRIPT}>",
    "details that open": f"<details open ontoggle={SCRIPT}>",
    "a moving line": f"<marquee onstart={SCRIPT}>",
    "a frame": f"<iframe src=javascript:{SCRIPT}>",
    "a frame with a page in it": f"<iframe srcdoc='&lt;script&gt;{SCRIPT}&lt;/script&gt;'>",
    "an object": f"<object data=javascript:{SCRIPT}>",
    "an embedded file": f"<embed src=javascript:{SCRIPT}>",
    "a base": "<base href=//x.example/>",
    "a form of theirs": "<form action=//x.example/><input name=p>",
    "a button with an action": f"<button formaction=javascript:{SCRIPT}>x</button>",
    "a page that moves on": "<meta http-equiv=refresh content='0;url=//x.example'>",
    "a style sheet from elsewhere": "<link rel=stylesheet href=//x.example/a.css>",
    "a link": f"<a href=javascript:{SCRIPT}>x</a>",
    "an element that nobody knows": f"<kith-x onmouseover={SCRIPT} style=all:unset>x</kith-x>",
}
BREAK_OUTS = {
    "out of a double quote": f'"onmouseover="{SCRIPT}',
    "out of a double quote and the tag": f'"><script>{SCRIPT}</script>',
    "out of a single quote": f"'onmouseover='{SCRIPT}",
    "out of a single quote and the tag": f"'><script>{SCRIPT}</script>",
    "out of no quote": f" onmouseover={SCRIPT} x=",
    "out of a back tick": f"`onmouseover={SCRIPT}",
    "out of a comment": f"--><script>{SCRIPT}</script><!--",
    "out of a comment, oddly": f"--!><img src=x onerror={SCRIPT}>",
    "out of the title": f"</title><script>{SCRIPT}</script>",
    "out of a text area": f"</textarea><script>{SCRIPT}</script>",
    "out of a style": f"</style><script>{SCRIPT}</script>",
    "out of a script": f"</script><script>{SCRIPT}</script>",
    "out of a select": f"</option></select><img src=x onerror={SCRIPT}>",
    "out of a noscript": f"</noscript><img src=x onerror={SCRIPT}>",
    "out of a picture": f"</text></svg><img src=x onerror={SCRIPT}>",
    "out of everything": f"</main></body></html><script>{SCRIPT}</script>",
    "CDATA": f"<![CDATA[><img src=x onerror={SCRIPT}>]]>",
    "an instruction": f"<?php echo {SCRIPT} ?>",
    "a document type": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
}
SCHEMES = {
    "an address that is a script": f"javascript:{SCRIPT}",
    "the same in odd letters": f"JaVaScRiPt:{SCRIPT}",
    "the same with a tab": f"java\tscript:{SCRIPT}",
    "the same in entities": f"&#106;avascript&colon;{SCRIPT}",
    "a page in an address": f"data:text/html,<script>{SCRIPT}</script>",
    "a page in an address, encoded": "data:text/html;base64,"
    + base64.b64encode(b"<script>1</script>").decode(),
    "another host": "//x.example/a",
    "an old scheme": f"vbscript:{SCRIPT}",
}
PICTURES = {
    "a picture with an event": f"<svg onload={SCRIPT}>",
    "a picture with a script": f"<svg><script>{SCRIPT}</script></svg>",
    "a picture that draws HTML": f"<svg><foreignObject><img src=x onerror={SCRIPT}></foreignObject></svg>",
    "a picture that uses another": "<svg><use href=//x.example/a.svg#b></svg>",
    "a picture that moves": f"<svg><animate onbegin={SCRIPT} attributeName=x></svg>",
    "mathematics": f"<math><mtext></form><form><mglyph><style></math><img src onerror={SCRIPT}>",
    "mutation by a namespace": f"<svg></p><style><a id='</style><img src=1 onerror={SCRIPT}>'>",
    "mutation by a list": f"<noscript><p title='</noscript><img src=x onerror={SCRIPT}>'>",
    "mutation by a table": f"<table><td><template><img src=x onerror={SCRIPT}></template>",
}
TEMPLATES = {
    "Jinja": "{{7*7}}",
    "Jinja that reaches out": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "a statement": "{% for x in (1,2) %}{{x}}{% endfor %}",
    "a remark": "{# gone #}",
    "a place in JavaScript": "${7*7}",
    "a place in Ruby": "#{7*7} <%= 7*7 %>",
    "a place in Python": "{0.__class__} %(secret)s %s %n {frame}",
}
STYLES = {
    "an expression": f"x:expression({SCRIPT})",
    "a rule of theirs": "}*{display:none}",
    "an imported sheet": '";@import url(//x.example/a.css);"',
    "out of a string of a sheet": '\\"; } body { background: url(//x.example) } /*',
    "out of a comment of a sheet": "*/ body{display:none} /*",
}
LETTERS = {
    "entities": "&lt;script&gt;&#60;img&#62;&amp;amp;",
    "an entity without an end": "&lt &#x3c &notin",
    "an escaped tag": "%3Cscript%3Ealert(1)%3C/script%3E",
    "JavaScript's own escapes": "\\u003cscript\\u003e\\x3c",
    "UTF-7": "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "wide letters": "＜script＞alert(1)＜/script＞",
    "letters like others": "ʺ›‹‘’＇＂",
    "right to left": "\u202egnp.exe\u202c \u2066x\u2069",
    "letters without width": "<\u200bscr\u200dipt\ufeff>",
    "signs that pile up": "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f" * 4,
    "a line of its own": "one\ntwo\n\n<b>three</b>",
    "a carriage return": "one\r\nSet-Cookie: kith=1\r\n\r\n<b>x</b>",
    "a formula": '=HYPERLINK("//x.example","x")',
    "a command": "'; DROP TABLE people_person; --",
    "a back slash": "\\",
    "a quote alone": '"',
    "a tick alone": "'",
    "an open tag alone": "<",
    "an ampersand alone": "&",
    "very long": "<b>" + "W" * 4_000 + "</b>",
}
KINDS = {**MARKUP, **BREAK_OUTS, **SCHEMES, **PICTURES, **TEMPLATES, **STYLES, **LETTERS}
"""Every payload by what it is; the shortest fit a field of one line."""
NOT_WORDS = {
    "a zero byte": b"Wren\x00<b>",
    "a byte of no letter": b"Wren\xff\xfe<b>",
    "a letter that was cut": b"Wren\xc3",
    "a letter written too long": b"Wren\xc0\xbcscript\xc0\xbe",
    "half of a pair": b"Wren\xed\xa0\x80<b>",
    "an escape of a terminal": b"Wren\x1b[2J<b>",
    "a line that no editor shows": "Wren\u2028<b>\u2029".encode(),
    "a letter of nobody": "Wren\uffff\U000e0001<b>".encode(),
}
"""Bytes that are no words: a form says so and keeps the rest, or takes them out; none of them is ever a fault of ours."""
