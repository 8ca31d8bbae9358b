package io.github.camelvtiger.protocol;

import io.github.camelvtiger.http.FormFile;
import io.github.camelvtiger.http.HttpBody;
import io.github.camelvtiger.http.MultipartBody;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Writes parameters as multipart, files in front: of a request that is cut PHP runs what has come. A record without its
 * file would be created by the rest; by a file without the rest, nothing (seen on 8.2.0 with PHP 8.2 behind Apache).
 */
final class MultipartForm {

    private final FormEncoder forms;
    private final ServerCall call;
    private final List<MultipartBody.Part> files = new ArrayList<>();
    private final List<MultipartBody.Part> fields = new ArrayList<>();

    MultipartForm(FormEncoder forms, ServerCall call) {
        this.forms = forms;
        this.call = call;
        call.parameters().forEach(this::add);
    }

    static boolean isNeeded(ServerCall call) {
        return call.parameters().values().stream().anyMatch(MultipartForm::holdsFile);
    }

    private static boolean holdsFile(Object value) {
        return value instanceof FormFile
                || value instanceof Collection<?> all && all.stream().anyMatch(FormFile.class::isInstance);
    }

    /** Nothing if there is no value; several files of one name each as a part. */
    void add(String name, Object value) {
        if (value instanceof Collection<?> all && holdsFile(all)) {
            all.forEach(one -> add(name, one));
        } else if (value instanceof FormFile file) {
            files.add(new MultipartBody.Part(name, file.name(), file.content()));
        } else if (value != null) {
            fields.add(MultipartBody.Part.text(name, forms.text(name, value, call)));
        }
    }

    HttpBody body() {
        List<MultipartBody.Part> parts = new ArrayList<>(files);
        parts.addAll(fields);
        return MultipartBody.of(parts);
    }
}
