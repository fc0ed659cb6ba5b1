/**
 * Words that turn a statement round: 尚未建立, 有待加强. They are shown beside a passage and never change its place: that something is
 * missing is what an item may ask for.
 */
export const negativeWords: readonly string[] = [
  '未', '尚未', '没有', '没能', '并未', '未能', '不足', '不够', '不到位', '不完善', '不健全', '不平衡', '不均衡', '不规范', '不严格', '不高', '不强',
  '不深', '不实', '不全', '有待', '缺乏', '欠缺', '缺少', '缺失', '薄弱', '滞后', '短缺', '差距', '仍需', '还需', '需进一步', '不能', '无法', '难以',
]

/** Words in which a negative word says nothing negative. */
export const harmlessWords: readonly string[] = ['未来', '未成年', '未雨绸缪', '前所未有', '从未有过', '不高于', '不强制', '不能腐', '不能少', '无法可依', '不足额', '差距离']
