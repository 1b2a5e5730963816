import type { ErrorCode, ErrorEntry } from "./error-list.ts";

type Words = Pick<ErrorEntry, "title" | "advice">;

/** Every error as a person meets it, in Welsh. One that lacks its Welsh is a type error. */
export const ERRORS_WELSH: Readonly<Record<ErrorCode, Words>> = {
  "page-not-found": {
    title: "Heb ddod o hyd i’r dudalen",
    advice:
      "Os gwnaethoch deipio’r cyfeiriad gwe, gwiriwch ei fod yn gywir. Os gwnaethoch ei ludo, gwiriwch eich bod wedi copïo’r cyfan ohono.",
  },
  "council-not-found": { title: "Nid oes cyngor yma", advice: "Gwiriwch fod rhan gyntaf y cyfeiriad gwe yn gywir." },
  "service-not-found": { title: "Heb ddod o hyd i’r gwasanaeth", advice: "Chwiliwch am y gwasanaeth yn y rhestr ar yr hafan." },
  "case-not-found": {
    title: "Ni allwn ddod o hyd i’r achos hwnnw",
    advice: "Gwiriwch y cyfeirnod a’r cyfeiriad e-bost. Rhaid i’r ddau fod yr un fath ag yn y neges a anfonwyd atoch.",
  },
  "person-not-found": {
    title: "Ni allwn ddod o hyd i’r person hwnnw",
    advice:
      "Chwiliwch amdanynt eto. Dim ond pobl y caiff eich timau weld eu hachosion, a’r rhai a ychwanegwyd wrth y ddesg, y gallwch eu hagor.",
  },
  "journey-not-found": {
    title: "Ni allwn ddod o hyd i’ch atebion",
    advice: "Efallai eu bod wedi’u hanfon yn barod, neu wedi’u cadw’n hirach nag y cawn eu cadw. Dechreuwch y gwasanaeth eto.",
  },
  "file-not-found": { title: "Heb ddod o hyd i’r ffeil", advice: "Ewch yn ôl ac agorwch y ffeil eto. Efallai ei bod wedi’i dileu." },
  "method-not-allowed": {
    title: "Ni ellir gwneud hynny yma",
    advice: "Ewch yn ôl i’r dudalen flaenorol a defnyddiwch ei botymau a’i dolenni.",
  },
  "not-understood": { title: "Ni allem ddarllen yr hyn a anfonwyd", advice: "Ewch yn ôl, ail-lwythwch y dudalen ac anfonwch ef eto." },
  "not-utf8": { title: "Mae’r testun mewn amgodiad na allwn ei ddarllen", advice: "Anfonwch ef fel UTF-8." },
  "too-many-fields": {
    title: "Anfonwyd gormod o feysydd",
    advice: "Anfonwch y meysydd y mae’r ffurflen neu’r API yn gofyn amdanynt yn unig.",
  },
  "too-large": { title: "Mae’r hyn a anfonoch yn rhy fawr", advice: "Anfonwch lai ar y tro, neu dewiswch ffeil lai." },
  "address-too-long": { title: "Mae’r cyfeiriad gwe yn rhy hir", advice: "Ewch i’r hafan a dechreuwch yno." },
  "type-not-supported": {
    title: "Ni chefnogir y math hwnnw o gynnwys",
    advice: "Anfonwch ffurflen neu JSON, a dywedwch hynny yn Content-Type.",
  },
  "headers-too-large": {
    title: "Anfonodd eich porwr ormod o gwcis",
    advice: "Dilëwch gwcis y wefan hon a rhowch gynnig arall arni.",
  },
  "too-slow": {
    title: "Cymerodd yr anfon ormod o amser",
    advice: "Gwiriwch eich cysylltiad a rhowch gynnig arall arni. Nid oes dim o’r hyn a anfonoch o’r blaen wedi’i golli.",
  },
  "form-not-ours": {
    title: "Ni allem dderbyn y ffurflen honno",
    advice:
      "Fe’i hagorwyd mewn porwr arall, neu cyn i chi fewngofnodi neu allgofnodi. Ewch yn ôl, ail-lwythwch y dudalen ac anfonwch hi eto.",
  },
  "other-site": { title: "Daeth y ffurflen honno o wefan arall", advice: "Agorwch y wefan hon eich hun a’i wneud oddi yma." },
  "not-signed-in": { title: "Mewngofnodwch yn gyntaf", advice: "Mewngofnodwch, yna agorwch y dudalen eto." },
  "not-permitted": {
    title: "Nid oes gennych ganiatâd i wneud hynny",
    advice: "Gofynnwch i’ch rheolwr neu’ch gweinyddwr os oes ei angen arnoch ar gyfer eich gwaith.",
  },
  "sign-in-busy": { title: "Mae llawer o bobl yn mewngofnodi", advice: "Arhoswch ychydig eiliadau a rhowch gynnig arall arni." },
  "too-many-tries": { title: "Gormod o gynigion", advice: "Arhoswch ychydig a rhowch gynnig arall arni." },
  "confirm-link-over": {
    title: "Nid yw’r ddolen hon yn gweithio mwyach",
    advice:
      "Mae wedi dod i ben, rydym wedi anfon un fwy newydd atoch, neu mae’r achos wedi’i gau. Chwiliwch am e-bost mwy newydd gennym, neu ffoniwch ni.",
  },
  "request-link-over": {
    title: "Nid yw’r ddolen hon yn gweithio mwyach",
    advice:
      "Mae wedi dod i ben, rydym wedi anfon un fwy newydd atoch, neu nid oes ei angen arnom gennych mwyach. Chwiliwch am e-bost mwy newydd gennym, neu ffoniwch ni.",
  },
  "request-over": {
    title: "Nid yw hyn yn cael ei ofyn mwyach",
    advice: "Mae wedi’i ateb, wedi’i dynnu’n ôl neu wedi’i ofyn eto, neu mae’r achos wedi’i gau.",
  },
  "link-used": { title: "Mae’r ddolen honno wedi’i defnyddio", advice: "Mae pob dolen yn gweithio unwaith. Gofynnwch am un newydd." },
  "link-expired": { title: "Mae’r ddolen honno wedi dod i ben", advice: "Gofynnwch am un newydd a’i defnyddio’n fuan." },
  "case-changed": {
    title: "Mae rhywun arall wedi newid yr achos",
    advice: "Darllenwch yr hyn a wnaethant, yna penderfynwch eto.",
  },
  "action-not-open": {
    title: "Nid yw’r achos ar y cam hwnnw mwyach",
    advice: "Agorwch yr achos eto i weld beth y gellir ei wneud nawr.",
  },
  "not-answered": {
    title: "Mae rhai atebion ar goll neu’n anghywir",
    advice: "Cywirwch bob ateb a enwir ac anfonwch ef eto.",
  },
  "field-unknown": { title: "Nid yw maes yn un o gwestiynau’r gwasanaeth", advice: "Dilëwch ef, neu gwiriwch ei sillafiad." },
  "no-case": {
    title: "Nid yw’r atebion hyn yn arwain at achos",
    advice: "Dywedwch wrth y person yr hyn y mae’r canlyniad yn ei ddweud yn lle hynny. Nid anfonwyd dim.",
  },
  "file-refused": {
    title: "Ni allwn dderbyn y ffeil honno",
    advice: "Dewiswch ffeil arall. Mae’r neges wrth ei hymyl yn dweud pa rai a dderbynnir.",
  },
  "key-missing": { title: "Mae angen allwedd API", advice: "Anfonwch hi ym mhennyn Authorization: Bearer gh_..." },
  "key-wrong": {
    title: "Nid yw’r allwedd API yn gywir",
    advice: "Gwiriwch yr allwedd. Efallai ei bod wedi’i dirymu, neu’n perthyn i gyngor arall.",
  },
  "key-not-permitted": {
    title: "Nid oes gan yr allwedd API yr hawl honno",
    advice: "Gofynnwch i’r cyngor am allwedd sydd â’r hawl.",
  },
  "one-time-key-missing": {
    title: "Mae angen allwedd idempotency",
    advice: "Anfonwch UUID newydd ym mhennyn Idempotency-Key, a’r un un eto pan fyddwch yn ailgynnig.",
  },
  "one-time-key-reused": {
    title: "Defnyddiwyd yr allwedd idempotency ar gyfer rhywbeth arall",
    advice: "Anfonwch allwedd newydd â chynnwys newydd. Defnyddiwch hen allwedd i ailadrodd yr un alwad yn unig.",
  },
  "service-broken": {
    title: "Nid yw’r gwasanaeth hwn ar gael",
    advice: "Rydym yn gweithio i’w gywiro. Gallwch ein ffonio neu ymweld â ni yn lle hynny.",
  },
  "service-withdrawn": {
    title: "Mae’r gwasanaeth hwn wedi’i dynnu’n ôl ar hyn o bryd",
    advice: "Gallwch ein ffonio neu ymweld â ni yn lle hynny. Mae achosion a anfonwyd yn mynd ymlaen.",
  },
  busy: {
    title: "Mae’r gwasanaeth yn brysur iawn",
    advice: "Arhoswch ychydig eiliadau a rhowch gynnig arall arni. Nid yw’r hyn a roesoch wedi’i golli.",
  },
  "database-unavailable": {
    title: "Nid yw’r gwasanaeth ar gael ar hyn o bryd",
    advice: "Arhoswch funud a rhowch gynnig arall arni. Mae unrhyw beth y rhoesom gyfeirnod i chi ar ei gyfer yn ddiogel.",
  },
  "files-unavailable": {
    title: "Ni allwn dderbyn ffeiliau ar hyn o bryd",
    advice: "Rhowch gynnig arall arni ymhen ychydig funudau. Mae’r atebion a roesoch o’r blaen yn ddiogel.",
  },
  stopping: { title: "Mae’r gwasanaeth yn ailgychwyn", advice: "Arhoswch ychydig eiliadau a rhowch gynnig arall arni." },
  fault: {
    title: "Mae problem gyda’r gwasanaeth",
    advice: "Rhowch gynnig arall arni yn nes ymlaen. Os nad oes gennych gyfeirnod eto, efallai nad yw’r hyn a anfonoch gennym.",
  },
};

/** The words of an error in Welsh; where more was known than its standing advice, that stays as it was said. */
export function inWelsh(code: ErrorCode, entry: ErrorEntry, standing: string): ErrorEntry {
  const { title, advice } = ERRORS_WELSH[code];
  return { ...entry, title, advice: entry.advice === standing ? advice : entry.advice };
}
