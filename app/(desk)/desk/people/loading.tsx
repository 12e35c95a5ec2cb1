import { Waiting } from "@/components/people/waiting";

export default function PeopleLoading() {
  return <Waiting rows={4} />;
}
