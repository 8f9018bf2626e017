import { doelcodes, instructiecodes, uitkomstcodes } from '../regels/woorden.ts';

export const API_VERSIE = '1.0.0';

const probleem = (omschrijving: string) => ({ description: omschrijving, headers: { 'API-Version': { $ref: '#/components/headers/API-Version' } }, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Probleem' } } } });

/** The contract of the API (NL API Design Rules 2.1). Also the text people read: every field says what it is. */
export function openapi(basisUrl: string) {
  const oordeel = (waarover: string) => ({
    type: 'object', description: waarover, required: ['uitkomst', 'instructies', 'signalen', 'zelfdePand'],
    properties: {
      uitkomst: { $ref: '#/components/schemas/Uitkomst' },
      instructies: { type: 'array', maxItems: 10, items: { $ref: '#/components/schemas/Instructie' } },
      toelichtingen: { type: 'array', maxItems: 10, items: { type: 'string' }, description: 'Korte aanvulling op de instructie.' },
      signalen: { type: 'array', maxItems: 10, items: { type: 'string', format: 'uuid' }, description: 'Ondoorzichtige nummers; een webhook noemt dezelfde.' },
      vraagOm: { type: 'string', enum: ['geboortedatum', 'adres', 'adviseur'], description: 'Welk gegeven het zou beslissen, bij niet_te_bepalen.' },
      zelfdePand: { type: 'boolean', description: 'De toevoeging is niet bekend: hetzelfde pand, misschien een andere woning.' },
    },
  });
  return {
    openapi: '3.0.3',
    info: {
      title: 'Rugdekking API', version: API_VERSIE, description: 'Vraag voor een bezoek of afspraak of er een signaal is. Het antwoord is een licht en een instructie, nooit een verhaal en nooit gegevens van een persoon.',
      contact: { name: 'De functioneel beheerder van Rugdekking in je organisatie', url: `${basisUrl}/hulp` }, license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/nl/' },
    },
    servers: [{ url: `${basisUrl}/api/v1`, description: 'Deze installatie' }],
    tags: [{ name: 'controles', description: 'Vooraf controleren' }],
    security: [{ sleutel: [] }],
    paths: {
      '/controles': {
        post: {
          operationId: 'maakControle', tags: ['controles'], summary: 'Controleer een persoon, een adres of beide', description: 'Elke controle wordt vastgelegd met het doel en de naam van het systeem.',
          requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Controlevraag' } } } },
          responses: {
            201: { description: 'De controle is gedaan en vastgelegd.', headers: { 'API-Version': { $ref: '#/components/headers/API-Version' } }, content: { 'application/json': { schema: { $ref: '#/components/schemas/Controle' } } } },
            400: probleem('De vraag klopt niet; alle fouten staan erbij.'), 401: probleem('Geen geldige sleutel.'), 403: probleem('Deze sleutel is niet voor dit doel.'),
            406: probleem('Het antwoord is alleen als JSON te krijgen.'), 413: probleem('De vraag is te groot.'), 415: probleem('De vraag moet JSON zijn.'), 429: probleem('Te veel vragen in een minuut.'), 500: probleem('Er ging iets mis.'),
          },
        },
      },
    },
    components: {
      securitySchemes: { sleutel: { type: 'http', scheme: 'bearer', description: 'De sleutel van dit systeem, van de functioneel beheerder.' } },
      headers: { 'API-Version': { description: 'Volledige versie van de API', schema: { type: 'string', example: API_VERSIE } } },
      schemas: {
        Uitkomst: { type: 'string', enum: [...uitkomstcodes], description: 'groen betekent: geen signaal gevonden. Het betekent niet dat er niets kan gebeuren.' },
        Instructie: { type: 'string', enum: [...instructiecodes] },
        Controlevraag: {
          type: 'object', required: ['doel'], additionalProperties: false,
          properties: {
            doel: { type: 'string', enum: [...doelcodes] },
            persoon: {
              type: 'object', required: ['naam'], additionalProperties: false,
              properties: { naam: { type: 'string', minLength: 2, maxLength: 200 }, geboortedatum: { type: 'string', maxLength: 10, description: 'JJJJ-MM-DD, of JJJJ als alleen het jaar bekend is.', example: '1984-03-07' }, telefoonnummer: { type: 'string', maxLength: 30 } },
            },
            adres: {
              type: 'object', required: ['postcode', 'huisnummer'], additionalProperties: false,
              properties: { postcode: { type: 'string', maxLength: 7, example: '1234AB' }, huisnummer: { type: 'integer', minimum: 1, maximum: 99999 }, toevoeging: { type: 'string', maxLength: 10 } },
            },
          },
        },
        Controle: {
          type: 'object', required: ['id', 'moment', 'uitkomst'],
          properties: { id: { type: 'string', format: 'uuid' }, moment: { type: 'string', format: 'date-time' }, uitkomst: { $ref: '#/components/schemas/Uitkomst' }, persoon: oordeel('Over de persoon, als daarnaar is gevraagd.'), adres: oordeel('Over het adres, als daarnaar is gevraagd.') },
        },
        Probleem: {
          type: 'object', required: ['type', 'title', 'status', 'detail'],
          properties: {
            type: { type: 'string', format: 'uri' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' }, instance: { type: 'string' },
            errors: { type: 'array', items: { type: 'object', required: ['in', 'location', 'detail'], properties: { in: { type: 'string', enum: ['body'] }, location: { type: 'string' }, detail: { type: 'string' } } } },
          },
        },
      },
    },
  };
}
