/* The buffer of an io.BytesIO, which Python code may write to, truncate and close. */
#include "kind.h"

static PyObject *describe(const struct exporter *exporter)
{
    return Py_BuildValue("(iLi)", (int)exporter->tag, (long long)exporter->length, (int)exporter->seed);
}

static int64_t bytes(const struct exporter *exporter)
{
    return exporter->length;
}

static const char source[] =
    "bytes_io = getattr(optional('io'), 'BytesIO', None)\n"
    "def born_bytesio(base, length, seed):\n"
    "    latest_stream[0] = have(bytes_io, 'io.BytesIO')(contents(length, seed))\n"
    "    return latest_stream[0].getbuffer()\n"
    "makers[6] = born_bytesio\n"
    "stream_ways[10] = lambda stream, length: stream.write(bytes(length - stream.seek(0, 2)))\n"
    "stream_ways[11] = lambda stream, length: stream.truncate(length)\n"
    "stream_ways[12] = lambda stream, length: stream.close()\n"
    "stream_shares[3] = lambda stream: stream.getbuffer()\n";

const struct kind bytesio_kind = {6, source, decode_memory, describe, bytes, true};
