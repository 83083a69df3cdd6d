export * from '@bbl/dataverse/xmlTree';
