package org.clientele.knowledge.ui;

/** Addresses of articles. */
public final class KnowledgeNavigation {
    private KnowledgeNavigation() {}

    /** The list of a vertical's articles. */
    public static String to(String verticalKey) {
        return "v/" + verticalKey + "/knowledge";
    }

    /** One article. */
    public static String to(String verticalKey, long article) {
        return to(verticalKey) + "/" + article;
    }
}
