// title: Projects of a company
// title.zh: 一家企业的项目
// question: What does a company invest in, and how far is it?
// param name: null — name of the company; without it, all
MATCH (c:Company)-[i:INVESTS]->(p:Project)
WHERE ($name IS NULL OR c.name = $name OR $name IN c.aliases) AND i.status <> 'negated'
RETURN c.name AS company, p.name AS project, p.stage AS stage, i.amount AS amount, i.status AS status,
       i.evidence AS evidence
ORDER BY company, project
