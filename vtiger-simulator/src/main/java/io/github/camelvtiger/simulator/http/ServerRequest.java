package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.operation.Operation.HttpMethod;
import io.github.camelvtiger.simulator.operation.UploadedFile;
import java.util.List;
import java.util.Locale;

/**
 * One request to {@code webservice.php}.
 *
 * @param method as sent: only {@code POST} has form parameters
 * @param get of the query string
 * @param post of the body: url-encoded or multipart
 * @param files of a multipart form, in order
 * @param sessionCookie value of the cookie {@code PHPSESSID}; {@code ""} for none
 */
record ServerRequest(
        String method, PhpParameters get, PhpParameters post, List<UploadedFile> files, String sessionCookie) {

    /** {@code $_REQUEST}. */
    PhpParameters merged() {
        return get.mergedWith(post);
    }

    PhpParameters of(HttpMethod method) {
        return method == HttpMethod.GET ? get : post;
    }

    String operation() {
        return merged().text("operation").toLowerCase(Locale.ROOT);
    }
}
