import { describe, expect, test } from 'vitest'
import { headingThemes } from '#core/text/headingThemes'

describe('headingThemes', () => {
  test.each([
    ['推进法治政府建设的主要举措和成效', ['measures']],
    ['2023年度推进法治政府建设主要成效', ['measures']],
    ['主要做法', ['measures']],
    ['2023年工作开展情况', ['measures']],
    ['2023年重点任务完成情况', ['measures']],
    ['存在的问题', ['problems']],
    ['存在问题不足', ['problems']],
    ['存在的不足和原因', ['problems']],
    ['工作中的短板和困难', ['problems']],
    ['问题及原因分析', ['problems']],
    ['党政主要负责人履行推进法治建设第一责任人职责情况', ['leader']],
    ['主要负责人履职情况', ['leader']],
    ['2024年主要工作安排', ['plan']],
    ['2024年工作计划', ['plan']],
    ['2024年重点任务', ['plan']],
    ['下一步工作措施', ['plan']],
    ['今后努力方向', ['plan']],
    ['整改措施', ['plan']],
    ['下一年度推进法治政府建设的主要举措', ['plan']],
    ['存在的问题和下一步打算', ['problems', 'plan']],
    ['存在的不足及改进措施', ['problems', 'plan']],
    ['主要成效和存在的问题', ['measures', 'problems']],
    ['第一责任人履职情况和2024年工作安排', ['leader', 'plan']],
    ['其他需要报告的情况', ['other']],
    ['意见建议', ['other']],
    ['加强组织领导', []],
    ['坚持问题导向,提升执法水平', []],
    ['着力解决突出问题', []],
    ['反馈问题整改', []],
  ])('chapter: %s', (title, parts) => {
    expect(headingThemes(title, 'chapter')).toEqual(parts)
  })

  test.each([
    ['落实年度立法计划', []],
    ['统筹安排执法力量', []],
    ['下一步工作打算', ['plan']],
    ['2024年工作安排', ['plan']],
    ['存在的主要问题', ['problems']],
    ['主要负责人履行第一责任人职责', ['leader']],
    ['破解基层难点和短板', []],
  ])('section: %s', (title, parts) => {
    expect(headingThemes(title, 'section')).toEqual(parts)
  })
})
