import { z } from "zod";

/** An id as all of ours are written: a UUID in small letters, so that equal ids are equal text. */
export const Uuid = z.uuid().regex(/^[^A-Z]*$/, "an id is written in small letters");

/** Every id is a UUID of its own type, so that an article's id cannot be passed where a section's is wanted. */
const id = <Name extends string>() => Uuid.brand<Name>();

export const ArticleId = id<"ArticleId">();
export const SectionId = id<"SectionId">();
export const CitationId = id<"CitationId">();
export const ReferenceId = id<"ReferenceId">();
export const SourceId = id<"SourceId">();
export const UserId = id<"UserId">();
export const ReviewId = id<"ReviewId">();
export const ApprovalId = id<"ApprovalId">();
export const ThreadId = id<"ThreadId">();
export const WaiverId = id<"WaiverId">();
export const EditionId = id<"EditionId">();
export const RevisionId = id<"RevisionId">();
export const InvitationId = id<"InvitationId">();

export const CaptureId = id<"CaptureId">();
export const VerificationId = id<"VerificationId">();
export const TaskId = id<"TaskId">();
export const SavedViewId = id<"SavedViewId">();
export const MergeId = id<"MergeId">();
export const TopicId = id<"TopicId">();

export type ArticleId = z.infer<typeof ArticleId>;
export type SectionId = z.infer<typeof SectionId>;
export type CitationId = z.infer<typeof CitationId>;
export type ReferenceId = z.infer<typeof ReferenceId>;
export type SourceId = z.infer<typeof SourceId>;
export type UserId = z.infer<typeof UserId>;
export type ReviewId = z.infer<typeof ReviewId>;
export type ApprovalId = z.infer<typeof ApprovalId>;
export type ThreadId = z.infer<typeof ThreadId>;
export type WaiverId = z.infer<typeof WaiverId>;
export type EditionId = z.infer<typeof EditionId>;
export type RevisionId = z.infer<typeof RevisionId>;
export type InvitationId = z.infer<typeof InvitationId>;
export type CaptureId = z.infer<typeof CaptureId>;
export type VerificationId = z.infer<typeof VerificationId>;
export type TaskId = z.infer<typeof TaskId>;
export type SavedViewId = z.infer<typeof SavedViewId>;
export type MergeId = z.infer<typeof MergeId>;
export type TopicId = z.infer<typeof TopicId>;
