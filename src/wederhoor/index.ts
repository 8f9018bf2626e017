export { hoorplichtVan, vereistAchteraf, verlopenAchteraf, wederhoorstand, type Hoorplicht, type Wederhoorstand } from './stand.ts';
