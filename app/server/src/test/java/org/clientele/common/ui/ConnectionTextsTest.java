package org.clientele.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.SystemMessages;
import org.junit.jupiter.api.Test;

class ConnectionTextsTest {
    private final ConnectionTexts texts = new ConnectionTexts(new Translations());

    @Test
    void shouldSayInThePersonsLanguageThatNobodyIsSignedInAnyMore() {
        SystemMessages english = texts.messages(Translations.ENGLISH);
        SystemMessages chinese = texts.messages(Translations.CHINESE);

        assertThat(english.getCookiesDisabledCaption()).isEqualTo("You are signed out");
        assertThat(english.getCookiesDisabledMessage()).contains("Drafts of contacts are kept", "sign in again");
        assertThat(chinese.getCookiesDisabledCaption()).isEqualTo("您已退出登录");
        assertThat(chinese.getInternalErrorMessage()).contains("草稿");
    }

    @Test
    void shouldLeaveAnExpiredSessionToTheLogin() {
        assertThat(texts.messages(Translations.ENGLISH).isSessionExpiredNotificationEnabled())
                .isFalse();
    }
}
