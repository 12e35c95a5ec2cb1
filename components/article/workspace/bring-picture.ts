import type { BringPicture, Brought } from "@/components/editor/bringing";
import { Picture } from "@/domain/document/pictures";

/** Sends a picture's file to the desk; XMLHttpRequest, since fetch does not tell how much has arrived. */
export const bringPicture: BringPicture = (file, onProgress) =>
  new Promise<Brought>((resolve) => {
    const request = new XMLHttpRequest();
    const away = () =>
      resolve({ ok: false, why: "The picture did not arrive. Check your connection, then try again." });
    request.open("POST", `/api/pictures?name=${encodeURIComponent(file.name)}`);
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => total > 0 && onProgress(loaded / total));
    request.addEventListener("load", () => {
      const { ok, value, error } = request.response ?? {};
      const picture = Picture.safeParse(value);
      if (ok === true && picture.success) resolve({ ok: true, picture: picture.data });
      else if (typeof error?.message === "string") resolve({ ok: false, why: error.message });
      else away();
    });
    request.addEventListener("error", away);
    request.addEventListener("abort", away);
    request.send(file);
  });
