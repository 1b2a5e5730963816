import { FRAGMENT, SOUND } from "./compile-text.ts";

/** The sound definition with all its Welsh. */
export const WELSH = `${SOUND}welsh:
  Borrow a tool: Benthyca offeryn
  Borrow a tool from the library for up to four weeks.: Gallwch fenthyca offeryn o’r llyfrgell am hyd at bedair wythnos.
  drill: dril
  Libraries: Llyfrgelloedd
  Anyone who lives in the borough can borrow a tool.: Gall unrhyw un sy’n byw yn y fwrdeistref fenthyca offeryn.
  your library card: eich cerdyn llyfrgell
  5 minutes: 5 munud
  £3 a week: £3 yr wythnos
  We answer within 2 working days.: Rydym yn ateb o fewn 2 ddiwrnod gwaith.
  Which tool do you need?: Pa offeryn sydd ei angen arnoch?
  A drill: Dril
  A ladder: Ysgol
  How high must it reach?: Pa mor uchel y mae’n rhaid iddo gyrraedd?
  metres: metr
  What else do you need?: Beth arall sydd ei angen arnoch?
  Gloves: Menig
  Goggles: Gogls
  One size fits most: Mae un maint yn ffitio’r rhan fwyaf
  On which day do you need it?: Ar ba ddiwrnod y mae ei angen arnoch?
  When will you bring it back?: Pryd y byddwch yn dod ag ef yn ôl?
  Who else will use it?: Pwy arall fydd yn ei ddefnyddio?
  helper: cynorthwyydd
  What are they called?: Beth yw eu henw?
  What is your address?: Beth yw eich cyfeiriad?
  What is your library card number?: Beth yw rhif eich cerdyn llyfrgell?
  Is there anything else we should know?: A oes unrhyw beth arall y dylem ei wybod?
  When do you need it?: Pryd y mae ei angen arnoch?
  The day you bring it back must be after the first day: Rhaid i’r diwrnod y dewch ag ef yn ôl fod ar ôl y diwrnod cyntaf
  We have no ladder that long: Nid oes gennym ysgol mor hir â hynny
  Our longest ladder reaches 6 metres.: Mae ein hysgol hiraf yn cyrraedd 6 metr.
  I will bring the tool back clean.: Byddaf yn dod â’r offeryn yn ôl yn lân.
  Received: Wedi cyrraedd
  We have your request.: Mae eich cais gennym.
  We will see if it is free.: Byddwn yn gweld a yw’n rhydd.
  Lent: Wedi’i fenthyca
  You have the tool.: Mae’r offeryn gennych.
  Bring it back in time.: Dewch ag ef yn ôl mewn pryd.
  Brought back: Wedi’i ddychwelyd
  We have the tool again.: Mae’r offeryn gennym eto.
  Nothing more will happen.: Ni fydd dim byd arall yn digwydd.
  Thank you: Diolch
  "Dear {name},": "Annwyl {name},"
  The tool is back. {reason}: Mae’r offeryn yn ôl. {reason}
`;

export const WELSH_FRAGMENT = `${FRAGMENT}welsh:
  What is your name?: Beth yw eich enw?
  What is your email address?: Beth yw eich cyfeiriad e-bost?
`;
