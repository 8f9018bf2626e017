export { maakBackup, type Backupopdracht, type Backupverslag } from './maak.ts';
export { Backupfout, controleerBackup, zetBackupTerug, type Backupinhoud, type Herstelopdracht } from './zet-terug.ts';
