package org.clientele.engine.column;

/** Texts as codes of a dictionary, 4 bytes a row and each different text once; −1 is missing. For texts, choices and segments. */
public final class CodeColumn implements Column {
    /** The reserved value. */
    public static final int MISSING = -1;

    private final int[] codes;
    private final Dictionary dictionary;

    private CodeColumn(int[] codes, Dictionary dictionary) {
        this.codes = codes;
        this.dictionary = dictionary;
    }

    /** A column over the array of codes, which the caller must not change afterwards. */
    public static CodeColumn of(Dictionary dictionary, int... codes) {
        return new CodeColumn(codes, dictionary);
    }

    /** The code, {@link #MISSING} when missing. */
    public int get(int row) {
        return codes[row];
    }

    /** The texts behind the codes. */
    public Dictionary dictionary() {
        return dictionary;
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
        return codes[row] == MISSING;
    }

    @Override
    public Value value(int row) {
        int code = codes[row];
        return code == MISSING ? Value.MISSING : new Value.Text(dictionary.text(code));
    }

    @Override
    public long order(int row) {
        int code = codes[row];
        return code == MISSING ? MISSING_ORDER : dictionary.rank(code);
    }
}
