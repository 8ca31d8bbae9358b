package io.github.camelvtiger.routes.sync.rows;

import java.io.IOException;

/** The file that is being read is not the one any more that was opened. */
final class FileReplacedException extends IOException {}
