/**
 * Some programs write the character 民 as its radical ⺠: the same to the eye, another character to every search. Radicals (U+2E80–2FDF)
 * become the characters they stand for; Unicode's own mapping knows most of the Kangxi block (in their traditional forms), the others that occur in use are listed.
 * @example plainRadicals('⼈⺠政府') // '人民政府'
 */
export function plainRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, (radical) => listed.get(radical) ?? radical.normalize('NFKC'))
}

const listed: ReadonlyMap<string, string> = new Map(
  [
    '⼾户', '⾭青', '⿈黄',
    '⺁厂', '⺄乙', '⺆冂', '⺇几', '⺈刀', '⺊卜', '⺌小', '⺍小', '⺎兀', '⺏尢', '⺐尢', '⺒巳', '⺓幺', '⺔彑', '⺕彐', '⺗心', '⺘手', '⺙攵', '⺛旡', '⺜日', '⺝月', '⺞歹', '⺟母', '⺠民',
    '⺡氵', '⺢氺', '⺣灬', '⺤爪', '⺥爪', '⺦丬', '⺧牛', '⺨犭', '⺪疋', '⺫目', '⺬示', '⺭礻', '⺮竹', '⺯糸', '⺰纟', '⺱网', '⺲罒', '⺳网', '⺴网', '⺵网', '⺶羊', '⺷羊', '⺸羊', '⺹耂', '⺺肀', '⺻聿',
    '⺼月', '⺽臼', '⺾艹', '⺿艹', '⻀艹', '⻁虎', '⻂衤', '⻃覀', '⻄西', '⻅见', '⻆角', '⻈讠', '⻉贝', '⻋车', '⻌辶', '⻍辶', '⻎辶', '⻏阝', '⻐钅', '⻑長', '⻒镸', '⻓长', '⻔门', '⻕阝', '⻖阝', '⻗雨', '⻘青', '⻙韦', '⻚页',
    '⻛风', '⻜飞', '⻝食', '⻟飠', '⻠饣', '⻢马', '⻣骨', '⻤鬼', '⻥鱼', '⻦鸟', '⻧卤', '⻨麦', '⻩黄', '⻪黾', '⻬齐', '⻮齿', '⻰龙', '⻱龜', '⻲龟', '⻳龟',
  ].map((pair) => [pair[0]!, pair[1]!]),
)
