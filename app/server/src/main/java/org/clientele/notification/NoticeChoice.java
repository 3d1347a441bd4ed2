package org.clientele.notification;

/** How somebody hears of a kind; neither: not at all. */
public record NoticeChoice(boolean bell, boolean mail) {
    /** What counts until somebody chooses. */
    public static final NoticeChoice USUAL = new NoticeChoice(true, false);

    boolean isNothing() {
        return !bell && !mail;
    }
}
