import { fileRoute } from '@/features/files/file-route';
import { removeFile } from '@/features/files/remove-file';
import { toRoute } from '@/server/http';
import { requireKey } from '@/server/params';

export const GET = fileRoute;

/** Takes the file from its lesson. */
export const DELETE = toRoute(removeFile, { body: (_, params) => ({ key: requireKey(params.id) }) });
