// title: Projects by planned investment
// title.zh: 按计划投资额排列的项目
// question: Which projects are the biggest, and how far are they?
MATCH (p:Project)
WHERE p.totalInvestment IS NOT NULL
RETURN p.name AS project, p.totalInvestment AS investment, p.stage AS stage,
       coalesce(p.totalInvestmentEvidence, p.evidence) AS evidence
ORDER BY investment DESC, project
