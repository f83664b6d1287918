"""What needs no translator: laughter, numbers, faces, marks and addresses without a word."""

import regex

# A word in letters follows no laugh and stands before none, but a laugh in Han may touch anything
# that is no 哈: 哈哈哈我也是 is a laugh and three words. 呵呵 is no laugh: it is cold.
_LAUGH = regex.compile(
    r"""
    (?: [哇啊]? 哈++ | 嘿{2,} | 嘻{2,} | ㅋ++ | ㅎ++ | [ㅠㅜ]++ | ハ{2,} | フ{2,} )
  | (?<![\p{Latin}\p{N}]) (?:
        (?: b?wa | m[wu]?a )? h? (?: ha h? ){2,} | hah?a*+ | a? (?: ha ){2,} h? | he?h
      | (?: he){2,} h? | (?: hi ){2,} | (?: ho ){2,} | h{2,}
      | (?: j[aei] ){2,} j? | (?: ja ){2,} s? | (?: hia ){2,} | (?: wk ){2,} w? | (?: rs ){2,}
      | k{3,} | w{3,} | lo++l (?: o++l )*+ (?: z | s )? | lma++o++ | lmfa++o++ | rofl | lul | kek
      | x(?: d++ | d+x ) | 2+3{2,} | 5{3,} | qaq | qwq | tat | [tq]_+[tq] | orz | [ou]w[ou] | x_x
    ) (?! [\p{Latin}\p{N}] )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_ADDRESS = regex.compile(r"(?:https?://|www\.|mailto:)\S++")
# A face in brackets has at most four letters in all, none of them Han: (╯°□°), (つω`), ʕ•ᴥ•ʔ.
_FACE = regex.compile(
    r"""[(（ʕ] (?= [^()（）ʕʔ]* [^\p{L}0-9\s()（）ʕʔ,，.。!！?？'"-] )
        (?: [^\p{L}0-9()（）ʕʔ]*+ [\p{L}--[\p{Han}a-z]]?+ ){1,5} [^\p{L}0-9()（）ʕʔ]*+ [)）ʔ]
        [つノﾉっو]?+
      | (?<![\p{L}\p{N}]) (?: [:;=]['-]?[dpo3] | [dp][:;=] | o[._]o | >[._]< ) (?![\p{L}\p{N}])
      | [ヽ＼\\╰ノﾉ](?=[(（]) | [¯￣]\\?_?[(（]ツ[)）]_?/?[¯￣] """,
    regex.VERBOSE | regex.IGNORECASE | regex.V1,
)
_WORD = regex.compile(r"\p{L}")


def without_laughter(text: str) -> str:
    """`text` with blanks in place of laughter, faces and addresses: what is left may be words."""
    for each in (_ADDRESS, _FACE, _LAUGH):
        text = each.sub(" ", text)
    return text


def is_wordless(text: str) -> bool:
    """Whether nothing in `text` can be said in another language."""
    return not _WORD.search(without_laughter(text))
