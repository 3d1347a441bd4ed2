package org.clientele.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IconTest {
    @Test
    void shouldDrawExactlyTheIconsThatJavaNames() throws IOException {
        String source = Files.readString(Path.of("src/main/frontend/clientele/icons.ts"));
        Set<String> drawn = Pattern.compile("(?m)^  '([a-z0-9-]+)': '<")
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        Set<String> named = Arrays.stream(Icon.values()).map(Icon::iconName).collect(Collectors.toSet());
        assertThat(drawn).isEqualTo(named);
    }

    @Test
    void shouldFindAnIconByTheNameAVerticalGives() {
        assertThat(Icon.named("shopping-bag")).contains(Icon.SHOPPING_BAG);
        assertThat(Icon.named("no-such-icon")).isEmpty();
    }

    @Test
    void shouldHideIconsFromScreenReaders() {
        assertThat(Icon.USERS.create().getElement().getAttribute("aria-hidden")).isEqualTo("true");
        assertThat(Icon.USERS.create().getElement().getAttribute("icon")).isEqualTo("clientele:users");
    }
}
