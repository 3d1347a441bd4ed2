package org.clientele.engine.column;

/** Texts as codes of a dictionary, 4 bytes a row and each different text once; −1 is missing. For texts, choices and segments. */
public final class CodeColumn implements Column {
    /** The reserved value. */
    public static final int MISSING = -1;

    private final int[] codes;
    private final int size;
    private final Dictionary dictionary;

    private CodeColumn(int[] codes, int size, Dictionary dictionary) {
        this.codes = codes;
        this.size = size;
        this.dictionary = dictionary;
    }

    /** A column over the array of codes, which the caller must not change afterwards. */
    public static CodeColumn of(Dictionary dictionary, int... codes) {
        return new CodeColumn(codes, codes.length, dictionary);
    }

    /** A column in which every row is missing: it takes no room. */
    static CodeColumn blank(int size) {
        return new CodeColumn(new int[0], size, new Dictionary(new TextIndex()));
    }

    /** The code, {@link #MISSING} when missing. */
    public int get(int row) {
        if (row < codes.length) {
            return codes[row];
        }
        Growth.requireRow(row, size);
        return MISSING;
    }

    /** The texts behind the codes. */
    public Dictionary dictionary() {
        return dictionary;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isMissing(int row) {
        return get(row) == MISSING;
    }

    @Override
    public Value value(int row) {
        int code = get(row);
        return code == MISSING ? Value.MISSING : new Value.Text(dictionary.text(code));
    }

    @Override
    public long order(int row) {
        int code = get(row);
        return code == MISSING ? MISSING_ORDER : dictionary.rank(code);
    }

    @Override
    public boolean isBlank() {
        return codes.length == 0;
    }
}
