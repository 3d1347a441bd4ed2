package org.clientele.journey;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the screens of a journey: what axe refuses, what is wider than the window, texts that nobody wrote. */
final class ScreenFindings {
    /** Nothing is on its way to the browser any more, and no room is kept for what has yet to come. */
    private static final String SETTLED = """
            () => document.querySelector('h1')
              && Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive?.())
              && !document.querySelector('.skeleton')
            """;

    /** The elements that stick out, unless something around them scrolls or cuts them off. */
    private static final String TOO_WIDE = """
            () => {
              const most = window.innerWidth + 1;
              if (document.scrollingElement.scrollWidth <= most) return [];
              const sticksOut = element => element.getBoundingClientRect().right > most;
              const found = [...document.querySelectorAll('body *')].filter(sticksOut)
                .filter(element => ![...element.children].some(sticksOut))
                .map(element => element.localName + '.' + element.className + ' “' + element.textContent.slice(0, 40) + '”');
              return ['the page is ' + document.scrollingElement.scrollWidth + ' wide', ...found.slice(0, 5)];
            }
            """;

    /** A text that is missing stands there as the name it has in the files of the texts. */
    private static final String UNTRANSLATED = """
            () => {
              const names = /(^|[\\s(“>])(!?[a-z]+(?:[.-][a-z]+){2,}|![a-z]+(?:[.-][a-z]+)+)(?=$|[\\s)”,:])/g;
              const spoken = [...document.querySelectorAll('[aria-label], [placeholder], [title]')]
                .flatMap(element => ['aria-label', 'placeholder', 'title'].map(name => element.getAttribute(name) ?? ''));
              return [document.body.innerText, document.title, ...spoken]
                .flatMap(text => [...text.matchAll(names)].map(match => match[2])).slice(0, 5);
            }
            """;

    private final Axe axe = new Axe();
    private final List<String> found = new ArrayList<>();

    void check(Page page, String screen) {
        page.waitForFunction(SETTLED);
        axe.check(page, screen);
        note(screen + " is too wide", page.evaluate(TOO_WIDE));
        note(screen + " has no text for", page.evaluate(UNTRANSLATED));
    }

    List<String> all() {
        List<String> all = new ArrayList<>(found);
        all.addAll(axe.found());
        return all;
    }

    private void note(String what, Object places) {
        if (places instanceof List<?> list && !list.isEmpty()) {
            found.add(what + ": " + list);
        }
    }
}
