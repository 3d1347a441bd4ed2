package org.clientele.dataimport.file;

/** What stands between two columns. */
public enum Separator {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t'),
    PIPE('|'),
    /** Any number of blanks; a column can then hold no blank. */
    BLANKS(' ');

    private final char character;

    Separator(char character) {
        this.character = character;
    }

    public char character() {
        return character;
    }
}
