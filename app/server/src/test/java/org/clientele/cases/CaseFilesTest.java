package org.clientele.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.common.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseFilesTest {
    private final CasePortal portal = new CasePortal(TestDatabase.Kind.HSQLDB);
    private ServiceCase found;

    @BeforeEach
    void open() {
        found = portal.open(CaseType.CLAIM, "Broken on arrival");
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldTellAFileByItsContentNotItsName() {
        portal.attach(found, "letter.exe", "%PDF-1.7 …");
        portal.attach(found, "note.txt", "plain\r\ntext");
        assertThat(portal.files.of("shop", found.number()))
                .extracting(CaseAttachment::kind)
                .containsExactly(FileKind.PDF, FileKind.TEXT);
        assertThatThrownBy(() -> portal.attach(found, "photo.png", "MZ\u0090\u0000\u0003"))
                .hasMessageContaining("file-kind");
        assertThatThrownBy(() -> portal.attach(found, "empty.pdf", "")).hasMessageContaining("file-empty");
        assertThat(onDisk()).hasSize(2);
    }

    @Test
    void shouldTakeTextsInManyLettersAlsoWhereTheHeadEndsWithinOne() {
        byte[] text = ("a" + "好".repeat(2_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(FileKind.of(java.util.Arrays.copyOf(text, FileKind.HEAD))).contains(FileKind.TEXT);
        assertThat(FileKind.of(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'})).isEmpty();
    }

    @Test
    void shouldRefuseWhatIsTooLargeAndKeepNothingOfIt() {
        assertThatThrownBy(() -> portal.attach(found, "big.txt", "x".repeat(AttachmentFolder.LARGEST + 1)))
                .hasMessageContaining("file-large");
        assertThat(onDisk()).isEmpty();
        portal.attach(found, "big.txt", "x".repeat(AttachmentFolder.LARGEST));
        assertThat(portal.files.of("shop", found.number()).getFirst().size()).isEqualTo(AttachmentFolder.LARGEST);
    }

    @Test
    void shouldGiveBackWhatWasAddedAndForgetWhatWasRemoved() throws IOException {
        portal.attach(found, "../../etc/passwd", "hello");
        CaseAttachment file = portal.files.of("shop", found.number()).getFirst();
        assertThat(file.name()).isEqualTo("passwd");
        try (InputStream content = portal.files.read("shop", found.number(), file.id())) {
            assertThat(content.readAllBytes()).asString().isEqualTo("hello");
        }
        ServiceCase other = portal.open(CaseType.CLAIM, "Other");
        assertThatThrownBy(() -> portal.files.read("shop", other.number(), file.id()))
                .hasMessageContaining("file-gone");

        portal.files.remove("shop", found.number(), file.id());
        assertThat(onDisk()).isEmpty();
        assertThat(portal.files.of("shop", found.number())).isEmpty();
    }

    @Test
    void shouldKeepNoFileOfWhatWasNotStored() {
        portal.shop.database.transactions().executeWithoutResult(status -> {
            portal.attach(found, "a.txt", "hello");
            assertThat(onDisk()).hasSize(1);
            status.setRollbackOnly();
        });
        assertThat(onDisk()).isEmpty();
    }

    @Test
    void shouldDeleteTheFilesWithTheVertical() {
        portal.attach(found, "a.txt", "hello");
        var content = CaseRowsFixture.content(portal.shop.database, portal.data);
        int piece = 1;
        while (piece > 0) {
            piece = content.deletePiece(portal.shop.vertical.id());
        }
        assertThat(onDisk()).isEmpty();
        assertThat(content.count(portal.shop.vertical.id())).allMatch(count -> count.rows() == 0);
    }

    private List<Path> onDisk() {
        Path folder = portal.data.resolve("attachments");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
