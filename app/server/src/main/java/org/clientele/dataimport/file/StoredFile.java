package org.clientele.dataimport.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * An uploaded file on the portal's disk.
 *
 * @param name the name it had on the user's computer, for display
 * @param size bytes as uploaded
 * @param digest SHA-256 of the bytes as uploaded, in hexadecimal
 * @param gzip whether it is compressed; reading decompresses it
 */
public record StoredFile(Path path, String name, long size, String digest, boolean gzip) {
    /** Most bytes a file may have after decompression. */
    public static final long LARGEST = 200L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    /** The content, decompressed and never more than {@link #LARGEST}: beyond it {@link TooLargeException} is thrown. */
    public InputStream open() throws IOException {
        InputStream raw = Files.newInputStream(path);
        try {
            InputStream content = gzip ? new GZIPInputStream(raw, BUFFER) : raw;
            return new BoundedInput(content, LARGEST);
        } catch (IOException failure) {
            raw.close();
            throw failure;
        }
    }
}
