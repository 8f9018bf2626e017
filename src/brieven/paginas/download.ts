const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** An answer that is saved and not shown. */
export function alsDownload(inhoud: Buffer, soort: string, naam: string): Response {
  return new Response(new Uint8Array(inhoud), { headers: { 'Content-Type': soort === 'docx' ? DOCX : soort, 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(naam)}` } });
}
