/** The definition that `new` writes: it passes every check, and its comments say what to change. */
export function newDefinition(service: string, title: string, team: string): string {
  return `# A service of the council. docs/reference/definition.md lists every key; docs/reference/rules.md says how rules are written.
service: ${service}
title: ${quoted(title)}
summary: ${quoted(`${title} online.`)} # one sentence for lists and searches
group: Other services # the heading on the front page
owner: ${team} # a team of council.yaml
lead: Head of Service # the post that answers for it
basis: public task # why the council may hold the answers
start:
  who: [Anyone who lives in the borough can use this service.]
  time: 5 minutes
  cost: Free
  takes: We answer within 10 working days.

# Each question has a name of its own; rules and the flow use it.
questions:
  about: { ask: What is it about?, type: choice, label: what it is about, options: { home: My home, street: My street, other: Something else } }
  details: { ask: What should we know?, type: long-text, longest: 1000, label: what we should know }

# What is asked, in order. A rule after \`when\` decides if something is asked. \`contact\` is the shared fragment with name and email.
flow:
  - about
  - { when: 'about != "home"', ask: details }
  - contact

# How officers work a case. The first stage is where it starts; a stage without actions is where it closes.
case:
  team: ${team}
  deadline: { any: 10 working days }
  stages:
    received:
      title: Received
      says: We have your request.
      next: We will look at it and answer you.
      actions:
        finish: { title: Close the case, to: closed, reason: required }
    closed: { title: Closed, says: We have answered you., next: Nothing more will happen. }

messages: { received: default, closed: default }
retention: 2 years after closed
`;
}

/** In double quotes where YAML could read it as something else than a text. */
function quoted(text: string): string {
  return /^[A-Za-z][A-Za-z0-9 ,.'()-]*$/.test(text) && !/^(true|false|null|yes|no)$/i.test(text) ? text : JSON.stringify(text);
}
