package io.github.camelvtiger.simulator.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.operation.UploadedFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageCheckTest {

    private static final String PNG = "\u0089PNG\r\n\u001a\n";

    @ParameterizedTest
    @CsvSource({
        "a.png, image/png, '', true",
        "a.jpg, image/png, '', true",
        "A.PNG, IMAGE/PNG, '', true",
        "a.png, application/octet-stream, '', true",
        "a.png, image/png, <? x, true",
        "a.png, image/png, <?PHP, false",
        "a.txt, image/png, '', false",
        "a.png, text/plain, '', false",
        "a.png, '', '', false",
        ".a.png, image/png, '', false"
    })
    void nameTypeAndContentAreThoseOfAnImage(String name, String type, String tail, boolean image) {
        UploadedFile file = file(name, type, PNG + tail);

        assertThat(ImageCheck.image(file)).isEqualTo(image);
        assertThat(ImageCheck.attachable(file)).isEqualTo(image);
    }

    @ParameterizedTest
    @CsvSource({"a.png, image/png", "a.txt, text/plain"})
    void whatIsNoImageIsAttachedUnderAnyName(String name, String type) {
        UploadedFile file = file(name, type, "hello");

        assertThat(ImageCheck.image(file)).isFalse();
        assertThat(ImageCheck.attachable(file)).isTrue();
    }

    private static UploadedFile file(String name, String type, String content) {
        return new UploadedFile("imagename", true, name, type, content.getBytes(StandardCharsets.ISO_8859_1));
    }
}
