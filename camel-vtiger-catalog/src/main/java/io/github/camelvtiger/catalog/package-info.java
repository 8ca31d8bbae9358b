/** The component for tools that read Camel's catalog; the Kamelets {@code vtiger-source} and {@code vtiger-sink} are resources beside it. */
package io.github.camelvtiger.catalog;
