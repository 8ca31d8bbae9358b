package io.github.camelvtiger.crm;

import java.io.InputStream;

/**
 * A file that is read while it comes.
 *
 * @param type such as {@code text/plain}; {@code ""} where the CRM does not know it
 * @param length in bytes; -1 where the CRM does not know it
 * @param content to be closed by whoever reads it: it keeps a session of the CRM until its end
 */
public record DownloadedFile(String name, String type, long length, InputStream content) {

    /** Without the content. */
    @Override
    public String toString() {
        return name + " (" + type + ", " + length + " bytes)";
    }
}
