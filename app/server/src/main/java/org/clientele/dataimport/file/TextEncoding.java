package org.clientele.dataimport.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The encodings a file may be in. GBK and GB2312 are read as GB18030, which contains both. */
public enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8),
    GB18030(Charset.forName("GB18030")),
    UTF_16LE(StandardCharsets.UTF_16LE),
    UTF_16BE(StandardCharsets.UTF_16BE),
    WINDOWS_1252(Charset.forName("windows-1252"));

    private final Charset charset;

    TextEncoding(Charset charset) {
        this.charset = charset;
    }

    public Charset charset() {
        return charset;
    }
}
