package org.clientele.dataimport.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets through so many bytes and no more, so that a small archive cannot fill disk or memory. */
final class BoundedInput extends FilterInputStream {
    private final long limit;
    private long count;

    BoundedInput(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            add(1);
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            add(read);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        add(skipped);
        return skipped;
    }

    private void add(long bytes) throws IOException {
        count += bytes;
        if (count > limit) {
            throw new TooLargeException(limit);
        }
    }
}
