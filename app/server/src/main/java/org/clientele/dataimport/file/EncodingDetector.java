package org.clientele.dataimport.file;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.OptionalLong;
import org.clientele.common.Problem;

/**
 * Finds a file's encoding: marks at its start first, then whether all of it is valid UTF-8 (which hardly any other text is), then zero
 * bytes where UTF-16 has them, then whether all of it is valid GB18030 made of common characters; ICU decides what remains.
 */
final class EncodingDetector {
    private static final int SAMPLE = 256 * 1024;
    private static final double MOSTLY = 0.8;

    private EncodingDetector() {}

    /** @throws Problem when the file is no text */
    static TextEncoding detect(StoredFile file) throws IOException {
        byte[] sample;
        try (InputStream in = file.open()) {
            sample = in.readNBytes(SAMPLE);
        }
        refuseKnownBinaries(sample);
        if (startsWith(sample, 0xEF, 0xBB, 0xBF)) {
            return TextEncoding.UTF_8;
        }
        if (startsWith(sample, 0xFF, 0xFE)) {
            return TextEncoding.UTF_16LE;
        }
        if (startsWith(sample, 0xFE, 0xFF)) {
            return TextEncoding.UTF_16BE;
        }
        if (hasZero(sample)) {
            return wide(sample);
        }
        if (countLines(file, TextEncoding.UTF_8).isPresent()) {
            return TextEncoding.UTF_8;
        }
        boolean chinese = isCommonChinese(sample) || icuSaysChinese(sample);
        return chinese && countLines(file, TextEncoding.GB18030).isPresent()
                ? TextEncoding.GB18030
                : TextEncoding.WINDOWS_1252;
    }

    /** Number of line ends when the whole file is valid in the encoding, else nothing. */
    static OptionalLong countLines(StoredFile file, TextEncoding encoding) throws IOException {
        Charset charset = encoding.charset();
        try (Reader reader = new InputStreamReader(
                file.open(),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            char[] buffer = new char[32 * 1024];
            long lines = 0;
            char last = '\n';
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
                last = read > 0 ? buffer[read - 1] : last;
            }
            return OptionalLong.of(last == '\n' ? lines : lines + 1);
        } catch (CharacterCodingException invalid) {
            return OptionalLong.empty();
        }
    }

    private static void refuseKnownBinaries(byte[] sample) {
        if (startsWith(sample, 'P', 'K') || startsWith(sample, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Problem("dataimport.problem.spreadsheet");
        }
        if (startsWith(sample, '%', 'P', 'D', 'F')
                || startsWith(sample, 0x89, 'P', 'N', 'G')
                || startsWith(sample, 0xFF, 0xD8)) {
            throw new Problem("dataimport.problem.binary");
        }
    }

    /** UTF-16 without a mark: its ASCII characters have their zero byte second (little end first) or first. */
    private static TextEncoding wide(byte[] sample) {
        int little = 0;
        int big = 0;
        int other = 0;
        for (int i = 0; i + 1 < sample.length; i += 2) {
            if (isText(sample[i]) && sample[i + 1] == 0) {
                little++;
            } else if (sample[i] == 0 && isText(sample[i + 1])) {
                big++;
            } else if (sample[i] == 0 || sample[i + 1] == 0) {
                other++;
            }
        }
        boolean text = Math.max(little, big) > 10 * (Math.min(little, big) + other);
        if (!text) {
            throw new Problem("dataimport.problem.binary");
        }
        return little > big ? TextEncoding.UTF_16LE : TextEncoding.UTF_16BE;
    }

    private static boolean isText(byte b) {
        return b >= ' ' && b < 0x7F || b == '\n' || b == '\r' || b == '\t';
    }

    /** Whether most characters of two bytes belong to GB2312's everyday part, which Latin letters with accents rarely look like. */
    private static boolean isCommonChinese(byte[] sample) {
        int common = 0;
        int all = 0;
        for (int i = 0; i < sample.length - 1; i++) {
            int lead = sample[i] & 0xFF;
            if (lead >= 0x81) {
                int trail = sample[i + 1] & 0xFF;
                common += lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1 ? 1 : 0;
                all++;
                i++;
            }
        }
        return all > 0 && common >= MOSTLY * all;
    }

    private static boolean icuSaysChinese(byte[] sample) {
        CharsetMatch match = new CharsetDetector().setText(sample).detect();
        return match != null && match.getName().toUpperCase(Locale.ROOT).startsWith("GB");
    }

    private static boolean hasZero(byte[] sample) {
        for (byte b : sample) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] sample, int... bytes) {
        if (sample.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((sample[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
