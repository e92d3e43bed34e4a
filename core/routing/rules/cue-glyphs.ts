import type { Task } from "../task";

/**
 * Cues of languages without spaces between words, found as parts of the text: Chinese (both
 * scripts) and Japanese. The first list weighs like a task's name, the second like a weak word.
 */
export const cueGlyphs: Readonly<Record<Task, readonly [name: string, weak: string]>> = {
  code: [
    "代码 代碼 函数 函數 编程 編程 程序 脚本 算法 正则 接口 コード 関数 プログラム スクリプト 実装 バグ 正規表現",
    "报错 错误 エラー 変数",
  ],
  math: [
    "计算 計算 方程 求解 积分 積分 导数 概率 機率 多少 確率 解いて 微分 いくつ いくら 平方根",
    "总共 一共 百分之 合計 面积 面積",
  ],
  reasoning: [
    "分析 推理 逻辑 邏輯 比较 比較 谜语 谜题 論理 推論 なぞなぞ 利弊 一步一步 段階的",
    "为什么 為什麼 证明 解释 なぜ 証明 説明 理由",
  ],
  extraction: ["提取 抽取 摘录 抽出 抜き出 取り出", "姓名 日期 发票 字段 名前 日付 請求書"],
  classification: [
    "分类 分類 归类 情感 类别 類別 カテゴリ ネガティブ ポジティブ 判断是否",
    "积极 消极 正面 负面 肯定的 否定的",
  ],
  summarization: ["总结 總結 摘要 概括 概述 归纳 要約 まとめて 要点", "文章 报告 会议 記事 議事録"],
  translation: [
    "翻译 翻譯 译成 译为 翻訳 訳して",
    "英文 英语 英語 中文 日文 日语 法语 日本語に 英語に",
  ],
  rewriting: [
    "改写 改寫 润色 潤色 修改 校对 语法 改得 書き直 書き換え 校正 言い換え 添削 丁寧な",
    "通顺 正式 流畅 敬語 自然な",
  ],
  writing: [
    "写一 寫一 作文 撰写 写诗 诗歌 故事 小说 起草 創作 書いて 物語 小説 作詞 俳句",
    "邮件 信 メール 手紙 文案",
  ],
  "question-answering": [
    "是什么 什么是 是谁 哪里 哪个 哪一 什么时候 首都 とは何 は何 は誰 どこです いつです ですか 教えて",
    "什么 吗 谁 怎么 如何 何 誰 どこ いつ どう ？",
  ],
  chat: [
    "你好 您好 谢谢 謝謝 早上好 再见 こんにちは ありがとう おはよう こんばんは",
    "哈哈 好的 はい 聊聊",
  ],
  "agent-step": ["下一步操作 调用工具 ツールを呼", "工具 步骤 ツール"],
};
