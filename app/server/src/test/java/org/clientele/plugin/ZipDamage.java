package org.clientele.plugin;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Changes bytes of a zip file that no library would write. */
final class ZipDamage {
    private ZipDamage() {}

    static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }

    /** Where the directory speaks of the file. */
    private static int record(ByteBuffer zip, byte[] name) {
        for (int at = 0; at + 46 + name.length <= zip.limit(); at++) {
            if (zip.getInt(at) == 0x02014b50 && matches(zip, at + 46, name)) {
                return at;
            }
        }
        throw new AssertionError("The jar holds no " + new String(name, StandardCharsets.UTF_8));
    }

    private static boolean matches(ByteBuffer zip, int at, byte[] name) {
        return Arrays.equals(zip.array(), at, at + name.length, name, 0, name.length);
    }

    private static ByteBuffer buffer(byte[] jar) {
        return ByteBuffer.wrap(jar.clone()).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] attributes(byte[] jar, String name, int attributes) {
        ByteBuffer zip = buffer(jar);
        int at = record(zip, name.getBytes(StandardCharsets.UTF_8));
        zip.put(at + 5, (byte) 3).putInt(at + 38, attributes);
        return zip.array();
    }

    static byte[] directoryInt(byte[] jar, String name, int offset, int value) {
        ByteBuffer zip = buffer(jar);
        zip.putInt(record(zip, name.getBytes(StandardCharsets.UTF_8)) + offset, value);
        return zip.array();
    }

    static byte[] end(byte[] jar, int offset, short value, int also) {
        ByteBuffer zip = buffer(jar);
        int end = jar.length - 22;
        return zip.putShort(end + offset, value).putShort(end + also, value).array();
    }

    static byte[] encrypted(byte[] jar, String name) {
        ByteBuffer zip = buffer(jar);
        int flags = record(zip, name.getBytes(StandardCharsets.UTF_8)) + 8;
        return zip.putShort(flags, (short) (zip.getShort(flags) | 1)).array();
    }

    static byte[] localName(byte[] jar) {
        ByteBuffer zip = buffer(jar);
        byte[] name = "notes.txt".getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < jar.length; at++) {
            if (matches(zip, at, name)) {
                zip.put(at, (byte) 'N');
                return zip.array();
            }
        }
        throw new AssertionError("The jar holds no notes.txt");
    }

    static byte[] renamed(PluginJar jar, String from, String to) {
        return renamedBytes(jar.bytes(), from, to.getBytes(StandardCharsets.UTF_8));
    }

    /** Everywhere in the file, with a name of the same length. */
    static byte[] renamedBytes(byte[] jar, String from, byte[] to) {
        ByteBuffer zip = buffer(jar);
        byte[] name = from.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + name.length <= jar.length; at++) {
            if (matches(zip, at, name)) {
                zip.put(at, to);
            }
        }
        return zip.array();
    }
}
