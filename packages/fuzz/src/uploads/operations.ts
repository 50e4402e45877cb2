const RESULT = '{ __typename ... on Problem { code message field } }';

export const IMPORT = `mutation ($input: ImportContactsInput!) { importContacts(input: $input) ${RESULT} }`;
export const UPLOAD = `mutation ($input: UploadEvidenceInput!) { uploadEvidence(input: $input) ${RESULT} }`;
export const LOGO = `mutation ($input: SetAccountBrandInput!) { setAccountBrand(input: $input) ${RESULT} }`;
