package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.operation.UploadedFile;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.MultipartParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a multipart form within PHP's limits; of one name without brackets the last file counts. */
final class MultipartReader {

    /** PHP's max_file_uploads: further files are not there. */
    private static final int MOST_FILES = 20;

    /** PHP's upload_max_filesize as a CRM usually has it: a larger file has a name and no content. */
    private static final int LARGEST_FILE = 20 * 1024 * 1024;

    private final BodyReader bodies;

    MultipartReader(BodyReader bodies) {
        this.bodies = bodies;
    }

    /** @return {@link FormBody#NONE} for a body of another type, and for one that cannot be read */
    FormBody read(HttpServerExchange exchange, String type, BodyMemory.Share memory)
            throws IOException, InterruptedException {
        String boundary =
                type.startsWith("multipart/form-data") ? Headers.extractQuotedValueFromHeader(type, "boundary") : null;
        if (boundary == null || boundary.isEmpty()) {
            bodies.read(exchange, memory, chunk -> memory.release());
            return FormBody.NONE;
        }
        Parts parts = new Parts();
        MultipartParser.ParseState parser = MultipartParser.beginParse(
                exchange.getConnection().getByteBufferPool(),
                parts,
                boundary.getBytes(StandardCharsets.US_ASCII),
                StandardCharsets.UTF_8.name());
        boolean fits = bodies.read(exchange, memory, chunk -> parts.read(() -> parser.parse(chunk)));
        return fits && !parts.unreadable && parser.isComplete() ? body(parts.complete) : FormBody.NONE;
    }

    private static FormBody body(List<FormPart> parts) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        Map<String, UploadedFile> files = new LinkedHashMap<>();
        int count = 0;
        for (FormPart part : parts) {
            String name = part.name().orElse("");
            String fileName = part.fileName().orElse(null);
            if (fileName == null) {
                fields.add(Map.entry(name, part.text()));
            } else if (!fileName.isEmpty() && count++ < MOST_FILES) {
                UploadedFile file = file(name, fileName, part);
                files.put(file.array() ? name + count : file.field(), file);
            }
        }
        return new FormBody(PhpParameters.ofPairs(fields), List.copyOf(files.values()));
    }

    private static UploadedFile file(String name, String fileName, FormPart part) {
        int bracket = name.indexOf('[');
        boolean array = bracket > 0 && name.indexOf(']', bracket) > 0;
        byte[] content = part.bytes();
        boolean nested = array && name.indexOf('[', bracket + 1) > 0;
        boolean taken = content.length <= LARGEST_FILE && !nested;
        return new UploadedFile(
                (array ? name.substring(0, bracket) : name).replace('.', '_').replace(' ', '_'),
                array,
                fileName,
                part.type(),
                taken ? content : new byte[0]);
    }

    /** The parts as they come; more than PHP takes are not kept. */
    private static final class Parts implements MultipartParser.PartHandler {

        private final List<FormPart> complete = new ArrayList<>();
        private FormPart current;
        private boolean unreadable;

        /** What follows something unreadable is passed over. */
        void read(Piece piece) {
            if (unreadable) {
                return;
            }
            try {
                piece.parse();
            } catch (IOException | IllegalArgumentException e) {
                unreadable = true;
            }
        }

        @Override
        public void beginPart(HeaderMap headers) {
            FormPart part = new FormPart(headers);
            boolean kept = part.name().isPresent() && complete.size() < PhpParameters.MOST + MOST_FILES;
            current = kept ? part : null;
        }

        @Override
        public void data(ByteBuffer data) {
            if (current != null) {
                current.add(data);
            }
        }

        @Override
        public void endPart() {
            if (current != null) {
                complete.add(current);
            }
        }
    }

    /** Parses one piece of a body. */
    private interface Piece {
        void parse() throws IOException;
    }
}
