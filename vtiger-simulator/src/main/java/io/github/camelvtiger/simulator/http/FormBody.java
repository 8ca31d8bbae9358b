package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.operation.UploadedFile;
import java.util.List;

/** What PHP finds in the body of a POST: {@code $_POST} and {@code $_FILES}. */
record FormBody(PhpParameters parameters, List<UploadedFile> files) {

    static final FormBody NONE = new FormBody(PhpParameters.NONE, List.of());
}
