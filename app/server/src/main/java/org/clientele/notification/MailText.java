package org.clientele.notification;

/** What a mail says: nothing about customers, only what is to be looked at, and where. */
public record MailText(String subject, String body) {}
