package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.operation.UploadedFile;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.form.FormData;
import io.undertow.server.handlers.form.FormDataParser;
import io.undertow.server.handlers.form.MultiPartParserDefinition;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a multipart form within PHP's limits; of one name without brackets the last file counts. */
final class MultipartReader {

    /** PHP's max_file_uploads: further files are not there. */
    private static final int MOST_FILES = 20;

    /** PHP's upload_max_filesize as a CRM usually has it: a larger file has a name and no content. */
    private static final int LARGEST_FILE = 20 * 1024 * 1024;

    private final MultiPartParserDefinition definition = new MultiPartParserDefinition();

    MultipartReader() {
        definition.setDefaultEncoding(StandardCharsets.UTF_8.name());
        definition.setFileSizeThreshold(Long.MAX_VALUE);
        definition.setFieldSizeThreshold(Long.MAX_VALUE);
    }

    /** @return {@link FormBody#NONE} for a body of another type, and for one that cannot be read */
    FormBody read(HttpServerExchange exchange) throws IOException {
        try (FormDataParser parser = definition.create(exchange)) {
            return parser == null ? FormBody.NONE : body(parser.parseBlocking());
        } catch (IOException | IllegalArgumentException e) {
            return FormBody.NONE;
        }
    }

    private static FormBody body(FormData form) throws IOException {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        Map<String, UploadedFile> files = new LinkedHashMap<>();
        int count = 0;
        for (String name : form) {
            for (FormData.FormValue part : form.get(name)) {
                Optional<String> fileName = fileName(part);
                if (fileName.isEmpty()) {
                    fields.add(Map.entry(name, new String(content(part), StandardCharsets.UTF_8)));
                } else if (!fileName.get().isEmpty() && count++ < MOST_FILES) {
                    UploadedFile file = file(name, fileName.get(), part);
                    files.put(file.array() ? name + count : file.field(), file);
                }
            }
        }
        return new FormBody(PhpParameters.ofPairs(fields), List.copyOf(files.values()));
    }

    private static Optional<String> fileName(FormData.FormValue part) {
        String disposition =
                part.getHeaders() == null ? null : part.getHeaders().getFirst(Headers.CONTENT_DISPOSITION);
        return disposition == null ? Optional.empty() : PartDisposition.fileName(disposition);
    }

    private static UploadedFile file(String name, String fileName, FormData.FormValue part) throws IOException {
        int bracket = name.indexOf('[');
        boolean array = bracket > 0 && name.indexOf(']', bracket) > 0;
        byte[] content = content(part);
        boolean nested = array && name.indexOf('[', bracket + 1) > 0;
        boolean taken = content.length <= LARGEST_FILE && !nested;
        String type = part.getHeaders().getFirst(Headers.CONTENT_TYPE);
        return new UploadedFile(
                (array ? name.substring(0, bracket) : name).replace('.', '_').replace(' ', '_'),
                array,
                fileName,
                type == null ? "" : type.split(";", 2)[0].strip(),
                taken ? content : new byte[0]);
    }

    private static byte[] content(FormData.FormValue part) throws IOException {
        if (!part.isFileItem()) {
            return part.getValue().getBytes(StandardCharsets.UTF_8);
        }
        try (InputStream in = part.getFileItem().getInputStream()) {
            return in.readAllBytes();
        }
    }
}
