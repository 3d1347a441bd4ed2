package org.clientele.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.clientele.notification.MailSettings.Security;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mail to the server; waits for it no longer than some seconds. */
@Component
public class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MailSettings settings;
    private final JavaMailSenderImpl server = new JavaMailSenderImpl();

    public Postman(MailSettings settings) {
        this.settings = settings;
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (!settings.user().isEmpty()) {
            server.setUsername(settings.user());
            server.setPassword(settings.password());
        }
        server.setJavaMailProperties(properties(settings));
    }

    private static Properties properties(MailSettings settings) {
        Properties properties = new Properties();
        String patience = Long.toString(PATIENCE.toMillis());
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.security() == Security.STARTTLS));
        return properties;
    }

    /**
     * Sends a mail.
     *
     * @param id the same for the same mail, so that a mail program that gets it again after a crash shows it once
     * @return why not; empty: it was sent
     */
    Optional<MailFailure> send(String address, MailText text, String id) {
        try {
            MimeMessage message = server.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from());
            helper.setTo(address);
            helper.setSubject(text.subject());
            helper.setText(text.body());
            message.setHeader("Message-ID", "<%s@%s>".formatted(id, domain()));
            message.setHeader("Auto-Submitted", "auto-generated");
            server.send(message);
            return Optional.empty();
        } catch (MailException | MessagingException failure) {
            MailFailure why = why(failure);
            // The text of a refusal names the receiver.
            LOG.warn("Mail {} could not be handed to {}: {}", id, settings.host(), why);
            return Optional.of(why);
        }
    }

    private String domain() {
        return settings.from().substring(settings.from().indexOf('@') + 1).replace(">", "");
    }

    private static MailFailure why(Exception failure) {
        if (failure instanceof MailAuthenticationException) {
            return MailFailure.SIGN_IN;
        }
        return failure instanceof MailSendException && failure.getCause() != null
                ? MailFailure.CONNECTION
                : MailFailure.REFUSED;
    }
}
