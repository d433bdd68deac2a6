/**
 * Refused rows sent again, once the definition of the feed or the data that it refers to was mended. A row is read with the
 * header of its file, as the ledger keeps it, and keeps the file and line in which it stood first as its source. The ledger
 * entry of the load names the rejected records that it took up; those that are refused once more have a record of their own,
 * and after three times they are left alone.
 *
 * <p>A row that speaks of an event which is known by now says nothing new of it: a later file may have corrected it. Where
 * several rows make up an event, all refused rows of a file go together, and a row whose event is known by other rows is
 * refused, because alone it would take those back.
 */
@NullMarked
package org.vigia.producers.redrive;

import org.jspecify.annotations.NullMarked;
