package org.clientele.plugins.kit;

/** Something that stops a command; its text is found under the key. */
final class KitProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final transient Object[] arguments;

    KitProblem(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments.clone();
    }

    String text(KitTexts texts) {
        return texts.get("problem." + key, arguments);
    }
}
