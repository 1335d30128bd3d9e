// Phrases by which sites label what is not the article: adverts, calls to read on, to share and to subscribe.

/** Whole blocks that are never part of an article. */
export const label = new RegExp(
  `^(?:${[
    'lorem ipsum .*',
    'advertise?ments?|advert|ad|sponsored(?: content)?|promoted|anzeige|publicidade?|publicité|реклама|广告',
    'continue reading.{0,40}|(?:story|article) continues.{0,40}|continua dopo.{0,40}',
    'read (?:more|also|next|full story).{0,120}|also read:? .{0,120}|see (?:also|more):? .{0,120}|more:? .{0,20}|learn more',
    "related(?: (?:articles?|posts?|stories|content|topics|reading|news|links|video|coverage))?:?|related: .{0,160}|recommended(?: for you)?|don[’']t miss:?.{0,120}|you may also like.{0,80}|trending(?: now)?",
    'share(?: (?:this|on|via|article|the article).{0,40})?|(?:tweet|print|email|e-mail|facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|copy(?: link)?|save|bookmark|follow|like|subscribe|comment)s?',
    'follow (?:us|me|him|her|them|@?\\w+) on .{0,120}|like us on .{0,80}|join (?:us|our) .{0,120}|click here (?:to|for) .{0,120}|get .{3,60} by clicking here',
    'sign up (?:for|to|here|now|today).{0,160}|subscribe (?:to|now|here|today).{0,160}|get (?:the|our) .{0,60}newsletter.{0,120}|enter your email.{0,80}|(?:your )?email(?: address)?|thank you for (?:subscribing|signing up).{0,80}',
    'loading\\W*|please wait\\W*|view (?:all|more|gallery|comments).{0,30}|show (?:all|more|less|comments).{0,30}|load more.{0,20}|skip .{0,40}|back to top|close|menu|search|play|watch|listen|listen to this article.{0,40}|next|previous|expand|collapse',
    '\\d* ?comments?(?: \\(\\d+\\))?|leave a (?:comment|reply).{0,60}|post a comment|add a comment|no comments(?: yet)?|join the (?:conversation|discussion).{0,80}|be the first to comment.{0,40}',
    'table of contents|contents|in this (?:article|post|story|guide)|on this page|jump to.{0,30}|(?:tags?|topics|filed under|posted (?:in|on)|categor(?:y|ies)|published|updated|last (?:updated|modified)):? .{0,120}',
    '(?:©|\\(c\\)|copyright).{0,160}|all rights reserved.{0,120}|(?:photos?|image|picture|video|illustration|graphic|source image|image source)(?: credits?| courtesy| by)?: .{0,120}|(?:getty|shutterstock|istock|ap photo|reuters/).{0,60}',
    '\\d+ ?(?:min|minute)s?(?: read)?|reading time:? .{0,20}|\\d+ (?:shares?|views?|likes?)|was this (?:article|page|helpful).{0,40}|rate this.{0,40}',
  ].join('|')})[.:!»›>→ ]*$`,
  'i',
)

/** Headings after which nothing of the article comes. */
export const ending =
  /^(?:related(?: \w+){0,3}|related (?:articles|posts|stories|news|links|content) .*|you(?:['’]ll| may| might)? also love.*|(?:you )?(?:may|might|will)(?: also)? (?:also )?(?:like|enjoy|be interested in).*|more (?:from|stories|on|articles|posts|news|great|like|in|about|to read|resources).*|recommended.*|read (?:next|more|also).*|up next|what to read next.*|about the (?:authors?|writer)s?|about (?:us|me)|(?:the )?authors?|meet the author|written by.*|comments?|\d+ comments?|leave a (?:comment|reply).*|(?:post|add) a comment|share (?:this|on|the).*|spread the (?:word|love)|popular.*|most (?:popular|read|viewed).*|latest.*|recent(?: \w+)?|trending.*|keep reading.*|join the (?:conversation|discussion).*|sign up.*|subscribe.*|(?:our |weekly |daily )?newsletters?.*|follow us.*|get in touch.*|contact us.*|stay (?:connected|updated|in touch|up to date).*|our (?:latest|services|products)|other (?:posts|articles|stories).*|previous (?:post|article)|next (?:post|article)|something to consider|featured (?:posts|articles).*|explore more.*|discover more.*|tags|categories|topics|archives|search|相关(?:新闻|阅读|链接|文章|报道)|推荐阅读|延伸阅读|更多.{0,6}|mehr zum thema|weitere artikel|lesen sie auch|à lire aussi|lire aussi|lea también|leia também|veja também|noticias relacionadas|artículos relacionados|статьи по теме|читайте также)\W*$/i

/** Last words about the writer or to the reader, found at the very end. */
export const farewell =
  /^(?:\(?(?:additional )?(?:reporting|writing|compiled) by .{2,200}editing by|write to .{2,60} at\b|first published on\b|follow .{2,60} coverage of|follow .{2,60} on (?:twitter|x|facebook|instagram|linkedin|threads|bluesky)|reach (?:the|him|her|them|out).{0,160}@|reach the reporters?|contact (?:the )?(?:author|writer|reporter|us)\b|have a (?:news )?tip|got a (?:news )?tip|send (?:us )?(?:tips|feedback|news)|email .{2,60}(?:@| at )|you can (?:follow|reach|contact|find) |find .{2,40} on (?:twitter|facebook|instagram|linkedin)|for more (?:information|news|stories|on|from)|to (?:learn|read|find out|get) more|want (?:more|to (?:learn|read|know))|if you (?:enjoyed|liked|like|found) th|did you (?:enjoy|like)|what do you think|let us know|thanks for reading|get access to|download (?:the|our)|ready to |looking for |need help|interested in|sign up|subscribe|join |click here|register (?:now|today|for)|disclaimer:|disclosure:|this (?:article|post|story) (?:may )?contains? affiliate)/i

/** Words that ask readers to sign in or to subscribe before they may go on. */
export const asksForAccount =
  /(?:sign|log) ?in (?:to|or)\b|(?:subscribe|register|sign up|create (?:a|an) (?:free )?account|become a (?:member|subscriber)) (?:to|and|now to|for free to) (?:read|continue|view|access|unlock|keep|see)|(?:to|and) (?:continue|keep) reading|(?:only|exclusively|available|exclusive) (?:for|to) (?:our |[\w+]+ )?(?:subscribers|members)|already (?:a|have an?) (?:subscriber|member|account|subscription)|请(?:先)?登录|登录后|订阅后|jetzt anmelden|se connecter pour|réservé aux abonnés|inicia(?:r)? sesión para|solo para suscriptores/i
