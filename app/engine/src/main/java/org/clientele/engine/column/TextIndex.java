package org.clientele.engine.column;

import java.util.Arrays;

/** Growing map from text to code by open addressing, without boxed codes: 8–16 bytes a text besides the text itself. */
final class TextIndex {
    private String[] texts = new String[16];
    private int size;
    private int[] slots = emptySlots(32);

    /** An index of its own with the same texts and codes. */
    TextIndex copy() {
        TextIndex copy = new TextIndex();
        copy.texts = texts.clone();
        copy.size = size;
        copy.slots = slots.clone();
        return copy;
    }

    int codeOrAdd(String text) {
        int slot = slot(text);
        if (slots[slot] >= 0) {
            return slots[slot];
        }
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, size * 2);
        }
        texts[size] = text;
        slots[slot] = size++;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    int code(String text) {
        return slots[slot(text)];
    }

    /** The texts by code. Nothing may be added afterwards. */
    String[] texts() {
        return Arrays.copyOf(texts, size);
    }

    private int slot(String text) {
        int mask = slots.length - 1;
        int hash = text.hashCode() * 0x9E3779B9;
        int slot = (hash ^ (hash >>> 16)) & mask;
        while (slots[slot] >= 0 && !texts[slots[slot]].equals(text)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rehash() {
        slots = emptySlots(slots.length * 2);
        for (int code = 0; code < size; code++) {
            slots[slot(texts[code])] = code;
        }
    }

    private static int[] emptySlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }
}
