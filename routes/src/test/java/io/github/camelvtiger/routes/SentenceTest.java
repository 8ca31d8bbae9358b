package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.changes.CursorException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void aFullDiskIsNamedWithTheFile() {
        assertThat(Sentence.of(new GenericFileOperationFailedException(
                        "Cannot store file: data/a.json", new IOException("No space left on device"))))
                .isEqualTo("Cannot store file: data/a.json: No space left on device");
        assertThat(Sentence.of(new FileSystemException("data/a", null, "No space left on device")))
                .isEqualTo("data/a: No space left on device");
    }

    @Test
    void aFileWithoutAReasonGetsOne() {
        assertThat(Sentence.of(new RuntimeCamelException(new NoSuchFileException("data/a"))))
                .isEqualTo("data/a does not exist");
        assertThat(Sentence.of(new AccessDeniedException("data/a")))
                .isEqualTo("data/a may not be read or written by this process");
    }

    @Test
    void theAddressOfAServerMayHoldAKey() {
        assertThat(Sentence.of(new RuntimeCamelException(new HttpOperationFailedException(
                        "https://example.com/hook/s3cret?code=s3cret", 503, "Unavailable", null, Map.of(), ""))))
                .isEqualTo("The server answers with the status 503.");
    }

    @Test
    void noClassOfJavaIsNamed() {
        assertThat(Sentence.of(new CursorException(
                        "The cursor 'x' could not be read (java.io.IOException: Is a directory); set the option"
                                + " cursorDirectory to another one.",
                        new IOException("Is a directory"))))
                .isEqualTo("The cursor 'x' could not be read (Is a directory); set cursor.directory to another one.");
    }
}
